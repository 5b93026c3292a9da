; The sensitive instructions that do not trap, one after another: what each gives in ring 0, and what it
; gives here. On the ordinary machine, under repair and on the processor that never was both columns agree;
; under naive and audit the lines in which they do not are the silent failures.
;
;     ringone lab --engine naive --serial roms/lab/demos.img
;
; A boot sector and nothing else to load from: 32-bit protected mode without paging, all segments flat.
; The last demonstration waits for the timer with interrupts that a POPF has turned on, or not.

        cpu 386
        org 0x7C00

SECTORS         equ 8
ENTRY           equ 44                  ; bytes of a table entry
RESULT          equ 0x7000              ; 16 bytes of scratch
STACK           equ 0x7000
USER_STACK      equ 0x6C00
EXIT_PORT       equ 0xF6
COM1            equ 0x3F8

CODE0           equ 0x08                ; code and data of ring 0
DATA0           equ 0x10
CODE            equ 0x18                ; the same again: this program's own
DATA            equ 0x20
CODE3           equ 0x2B
DATA3           equ 0x33
TASK            equ 0x38
LOCAL           equ 0x40

        bits 16
start:
        cli
        xor ax, ax
        mov ds, ax
        mov es, ax
        mov ss, ax
        mov sp, STACK
        sti
        mov ax, 0x0003                  ; 80 columns, an empty screen
        int 0x10
        mov ax, 0x0200 | (SECTORS - 1)
        mov bx, 0x7E00
        mov cx, 0x0002
        xor dh, dh
        int 0x13
        jc .failed
        cli
        lgdt [gdt_register]
        lidt [idt_register]
        mov eax, cr0
        or al, 1
        mov cr0, eax
        jmp dword CODE:enter
.failed:
        cli
        hlt
        times 510 - ($ - $$) db 0
        dw 0xAA55

        bits 32
enter:
        mov ax, DATA
        mov ds, ax
        mov es, ax
        mov ss, ax
        mov fs, ax
        mov gs, ax
        mov esp, STACK
        cld
        call make_gates
        mov ax, LOCAL
        lldt ax
        mov ax, TASK
        ltr ax
        call start_timer
        mov esi, title
        call print
        mov ebx, demos
.next:
        cmp dword [ebx], 0
        je .last
        lea esi, [ebx + 8]
        call print
        push ebx
        mov [saved_stack], esp
        call [ebx]                      ; the result in EAX
        pop ebx
        call report
        add ebx, ENTRY
        jmp .next
.last:
        mov esi, waiting
        call print
        call wait_for_timer
        mov esi, awake
        call print
        mov eax, [failures]
        mov dx, EXIT_PORT
        out dx, al
.halt:
        hlt
        jmp .halt

; Prints the result EAX of the demonstration at EBX, and whether it is ring 0's.
report:
        push eax
        mov eax, [ebx + 4]
        call print_number
        pop eax
        push eax
        mov al, ' '
        call put
        pop eax
        push eax
        call print_number
        pop eax
        mov esi, agrees
        cmp eax, [ebx + 4]
        je print
        inc dword [failures]
        mov esi, differs
        jmp print

; ---------------------------------------------------------------- the demonstrations

d1:     sgdt [RESULT]
        mov eax, [RESULT + 2]
        ret
d2:     sidt [RESULT]
        mov eax, [RESULT + 2]
        ret
d3:     smsw eax
        and eax, 0x80000011             ; PG, ET, PE
        ret
d4:     xor eax, eax
        sldt ax
        ret
d5:     xor eax, eax
        str ax
        ret
d6:     cli
        pushfd
        pop eax
        and eax, 0x200
        ret
d7:     sti
        push dword 2
        popfd
        pushfd
        pop eax
        cli
        and eax, 0x200
        ret
d7b:    push dword 0x3002
        popfd
        pushfd
        pop eax
        push dword 2
        popfd
        and eax, 0x3000
        ret
d8:     mov dx, DATA0
        xor eax, eax
        lar eax, dx
        ret
d9:     mov dx, DATA0
        xor eax, eax
        lsl eax, dx
        ret
d10:    mov dx, DATA0 | 1               ; with this RPL the segment is out of reach
        xor eax, eax
        verr dx
        setz al
        ret
d11:    mov dx, DATA0 | 1
        xor eax, eax
        verw dx
        setz al
        ret
d12:    push dword DATA0 | 1            ; #GP in ring 0
        pop fs
        xor eax, eax
        ret
d13:    push cs
        pop eax
        ret
d13s:   push ss
        pop eax
        ret
d14:    call CODE:.next
.next:  pop eax
        pop eax
        ret
d15:    jmp CODE:.next
.next:  mov eax, cs
        ret
d16:    int 0x80                        ; traps outside ring 0, and is emulated
        ret
d17a:   sti
        push dword 2
        push cs
        push dword .next
        iretd
.next:  pushfd
        pop eax
        cli
        and eax, 0x200
        ret
d17b:   mov edi, 0x200
        push dword DATA3
        push dword USER_STACK
        push dword 0x202
        push dword CODE3
        push dword user
        iretd
d17c:   mov edi, 0x3000
        push dword DATA3
        push dword USER_STACK
        push dword 0x3002
        push dword CODE3
        push dword user
        iretd
d18:    mov eax, ss
        ret
d19:    mov eax, cs
        and eax, 3
        ret
d20:    mov dx, cs
        mov eax, 0x10
        arpl ax, dx
        ret

; Ring 3: back at once. The handler looks at the flags that the interrupt has saved, under the mask EDI.
user:   int 0x81

from_user:
        mov eax, [esp + 8]
        and eax, edi
        mov dx, DATA                    ; the way to ring 3 has left null selectors
        mov ds, dx
        mov es, dx
        mov fs, dx
        mov gs, dx
        mov esp, [saved_stack]
        sub esp, 4                      ; the demonstration's return address
        push dword 2
        popfd
        cli
        ret

; INT 80h: the handler has been entered.
entered:
        mov eax, 0x1234
        iretd

; #GP of d12: the error code is the result.
protection:
        pop eax
        add esp, 16                     ; with the selector that was not popped
        ret

; d7c: with interrupts on, save the flags, turn interrupts off, and restore the flags.
wait_for_timer:
        sti
        pushfd
        cli
        mov dword [ticks], 0
        popfd
.wait:  hlt
        cmp dword [ticks], 0
        je .wait
        cli
        ret

tick:
        inc dword [ticks]
        push eax
        mov al, 0x20
        out 0x20, al
        pop eax
        iretd

; ---------------------------------------------------------------- the machine

; All gates to a stop, but for those that the demonstrations use.
make_gates:
        mov edi, idt
        mov ecx, 256
.gate:  mov eax, stray
        call set_gate
        add edi, 8
        loop .gate
        mov eax, protection
        mov edi, idt + 13 * 8
        call set_gate
        mov eax, tick
        mov edi, idt + 0x20 * 8
        call set_gate
        mov eax, entered
        mov edi, idt + 0x80 * 8
        call set_gate
        mov eax, from_user
        mov edi, idt + 0x81 * 8
        call set_gate
        mov byte [edi + 5], 0xEE        ; for ring 3
        ret

; The gate at EDI: an interrupt gate of ring 0 to EAX.
set_gate:
        mov [edi], ax
        mov word [edi + 2], CODE
        mov word [edi + 4], 0x8E00
        shr eax, 16
        mov [edi + 6], ax
        ret

stray:
        mov esi, surprise
        call print
        mov al, 0xFF
        mov dx, EXIT_PORT
        out dx, al
        cli
        hlt

; Interrupts at vector 20h, the timer's alone, at 100 Hz.
start_timer:
        mov al, 0x11
        out 0x20, al
        out 0xA0, al
        mov al, 0x20
        out 0x21, al
        mov al, 0x28
        out 0xA1, al
        mov al, 4
        out 0x21, al
        mov al, 2
        out 0xA1, al
        mov al, 1
        out 0x21, al
        out 0xA1, al
        mov al, 0xFE
        out 0x21, al
        mov al, 0xFF
        out 0xA1, al
        mov al, 0x34
        out 0x43, al
        mov al, 11932 & 0xFF
        out 0x40, al
        mov al, 11932 >> 8
        out 0x40, al
        ret

; The text at ESI, up to a zero byte.
print:
        lodsb
        or al, al
        jz .done
        call put
        jmp print
.done:  ret

; EAX in hexadecimal.
print_number:
        push ecx
        mov ecx, 8
.digit: rol eax, 4
        push eax
        and al, 0xF
        cmp al, 10
        jb .small
        add al, 'A' - '0' - 10
.small: add al, '0'
        call put
        pop eax
        loop .digit
        pop ecx
        ret

; The character AL on the screen and COM1.
put:
        push edx
        push edi
        push eax
        mov dx, COM1 + 5
.busy:  in al, dx
        test al, 0x20
        jz .busy
        mov al, [esp]
        mov dx, COM1
        out dx, al
        mov edi, [cursor]
        cmp al, 13
        je .return
        cmp al, 10
        je .feed
        mov [0xB8000 + edi * 2], al
        inc dword [cursor]
        jmp .done
.return:
        mov eax, edi
        xor edx, edx
        mov edi, 80
        div edi
        sub [cursor], edx
        jmp .done
.feed:  add dword [cursor], 80
.done:  pop eax
        pop edi
        pop edx
        ret

; ---------------------------------------------------------------- data

%macro demo 3                           ; name, routine, ring 0's result
        %%entry: dd %2, %3
        db %1
        times ENTRY - 2 - ($ - %%entry) db ' '
        db 0, 0
%endmacro

        align 4
demos:
        demo "d1   SGDT: base", d1, gdt
        demo "d2   SIDT: base", d2, idt
        demo "d3   SMSW: PG, ET, PE", d3, 0x11
        demo "d4   SLDT", d4, LOCAL
        demo "d5   STR", d5, TASK
        demo "d6   PUSHF behind CLI: IF", d6, 0
        demo "d7   POPF clears IF", d7, 0
        demo "d7b  POPF sets IOPL", d7b, 0x3000
        demo "d8   LAR of a ring-0 segment", d8, 0x00CF9300
        demo "d9   LSL of a flat segment", d9, 0xFFFFFFFF
        demo "d10  VERR with RPL 1", d10, 0
        demo "d11  VERW with RPL 1", d11, 0
        demo "d12  POP FS with RPL 1: #GP", d12, DATA0
        demo "d13  PUSH CS", d13, CODE
        demo "d13  PUSH SS", d13s, DATA
        demo "d14  CALL far: the CS it pushes", d14, CODE
        demo "d15  JMP far, then MOV from CS", d15, CODE
        demo "d16  INT 80h: handler entered", d16, 0x1234
        demo "d17a IRETD clears IF", d17a, 0
        demo "d17b IRETD to ring 3 sets IF", d17b, 0x200
        demo "d17c IRETD to ring 3 sets IOPL", d17c, 0x3000
        demo "d18  MOV from SS", d18, DATA
        demo "d19  MOV from CS: RPL", d19, 0
        demo "d20  ARPL against CS", d20, 0x10
        dd 0

title:  db "instruction                       ring 0   here", 13, 10, 0
agrees: db 13, 10, 0
differs: db "  <- silent", 13, 10, 0
waiting: db "d7c  HLT behind a POPF that sets IF: ", 0
awake:  db "the timer wakes it", 13, 10, "DEMOS-DONE", 13, 10, 0
surprise: db "an exception that nobody expects", 13, 10, 0

        align 8
gdt:    dq 0
        dq 0x00CF9B000000FFFF           ; CODE0
        dq 0x00CF93000000FFFF           ; DATA0
        dq 0x00CF9B000000FFFF           ; CODE
        dq 0x00CF93000000FFFF           ; DATA
        dq 0x00CFFB000000FFFF           ; CODE3
        dq 0x00CFF3000000FFFF           ; DATA3
        dw 103, tss, 0x8900, 0          ; TASK
        dw 15, ldt, 0x8200, 0           ; LOCAL
gdt_end:
ldt:    dq 0, 0
tss:    dd 0, STACK - 0x200, DATA       ; a stack for what comes from ring 3
        times 22 dd 0
        dw 0, 104
gdt_register:
        dw gdt_end - gdt - 1
        dd gdt
idt_register:
        dw 256 * 8 - 1
        dd idt
cursor: dd 0
failures: dd 0
ticks:  dd 0
saved_stack: dd 0

        times SECTORS * 512 - ($ - start) db 0

; Made at the start, behind the image.
idt             equ 0xA000
