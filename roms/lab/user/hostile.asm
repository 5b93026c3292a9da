; Tries what a process may not do: for each attempt a copy of it, which must be stopped by the right
; exception. The status is the number of the attempt that was not.

hostile:
        mov edi, ATTEMPTS
        call_kernel CALL_OPTIONS
        test eax, NO_LIMITS
        jz .all
        dec edi                         ; the last one
.all:
        xor esi, esi
.next:
        call_kernel CALL_FORK
        test eax, eax
        jz .child
        push dword -1
        mov ebx, esp
        call_kernel CALL_WAIT
        pop edx
        movzx eax, byte [.expected + esi]
        or eax, KILLED
        cmp edx, eax
        jne .wrong
        inc esi
        cmp esi, edi
        jb .next
        mov eax, .text
        mov edx, esi
        call print_number
        xor eax, eax
        jmp end_with
.wrong:
        lea eax, [esi + 1]
        jmp end_with
.child:
        jmp [.attempts + esi * 4]
.text:  db "hostile: attempts, all stopped: ", 0

.cli:   cli
        jmp .survived
.sti:   sti
        jmp .survived
.hlt:   hlt
        jmp .survived
.in:    in al, PIC_MASTER + 1
        jmp .survived
.out:   mov al, 0
        out EXIT_PORT, al
        jmp .survived
.insb:  mov dx, COM1
        lea edi, [esp - 16]
        insb
        jmp .survived
.lgdt:  sub esp, 8
        lgdt [esp]
        jmp .survived
.lidt:  sub esp, 8
        lidt [esp]
        jmp .survived
.lldt:  xor eax, eax
        lldt ax
        jmp .survived
.ltr:   mov eax, TASK_STATE
        ltr ax
        jmp .survived
.lmsw:  xor eax, eax
        lmsw ax
        jmp .survived
.clts:  clts
        jmp .survived
.cr0:   mov eax, cr0
        jmp .survived
.cr3:   xor eax, eax
        mov cr3, eax
        jmp .survived
.dr7:   xor eax, eax
        mov dr7, eax
        jmp .survived
.read:  mov eax, [KERNEL_TEXT]
        jmp .survived
.write: mov [KERNEL_WORK], eax
        jmp .survived
.run:   mov eax, KERNEL_TEXT
        jmp eax
.text_page:
        mov [hostile], eax
        jmp .survived
.heap:  mov eax, [USER_HEAP_END]
        jmp .survived
.stack: mov [USER_STACK - 4], eax
        jmp .survived
.limit: mov eax, [gs:0x100]             ; behind the segment's limit
        jmp .survived
.ds:    mov eax, KERNEL_DATA
        mov ds, ax
        jmp .survived
.ss:    mov eax, KERNEL_DATA
        mov ss, ax
        jmp .survived
.far:   jmp (KERNEL_CODE & ~3):KERNEL_TEXT
.retf:  push dword KERNEL_CODE & ~3
        push dword KERNEL_TEXT
        retf
.iret:  push dword FLAG_ALWAYS
        push dword KERNEL_CODE & ~3
        push dword KERNEL_TEXT
        iretd
.int:   int TIMER_VECTOR
        jmp .survived
.gate:  int KERNEL_SERVICE
        jmp .survived
.none:  int 0x70                        ; no such gate
        jmp .survived
.ud2:   db 0x0F, 0x0B
        jmp .survived
.div:   xor ecx, ecx
        div ecx
        jmp .survived
.int3:  int3
        jmp .survived
.into:  mov al, 0x7F
        inc al
        into
        jmp .survived
.bound: push dword 1
        push dword 0
        mov eax, 2
        bound eax, [esp]
        jmp .survived
.step:  pushfd
        or dword [esp], FLAG_TRAP
        popfd
        nop
.survived:
        xor eax, eax
        jmp end_with

%macro attempts 0-*
        align 4, db 0
.attempts:
%rep %0 / 2
        dd %1
%rotate 2
%endrep
.expected:
%rep %0 / 2
        db %2
%rotate 2
%endrep
ATTEMPTS        equ %0 / 2
%endmacro

        attempts .cli, 13, .sti, 13, .hlt, 13, .in, 13, .out, 13, .insb, 13, .lgdt, 13, .lidt, 13, \
          .lldt, 13, .ltr, 13, .lmsw, 13, .clts, 13, .cr0, 13, .cr3, 13, .dr7, 13, .read, 14, \
          .write, 14, .run, 14, .text_page, 14, .heap, 14, .stack, 14, .ds, 13, .ss, 13, \
          .far, 13, .retf, 13, .iret, 13, .int, 13, .gate, 13, .none, 13, .ud2, 6, .div, 0, .int3, 3, \
          .into, 4, .bound, 5, .step, 1, .limit, 13
