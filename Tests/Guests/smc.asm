; Self-modifying code: the next instruction, over page ends, through another linear address, by REP MOVS, by a
; loop that has run often, in 16, 32 and 64-bit code.
%include "system.inc"
%include "long.inc"

CODE            equ 40000h
PAGE_END        equ 41000h
ALIAS           equ 800000h             ; the same frames as 0, by paging
SOURCE          equ 50000h

body:
        try "the next instruction, by a MOV"
        mov byte [.one + 1], 2
.one:   mov al, 1
        value eax, 2
        okay
        try "after a jump"
        mov byte [.two + 1], 2
        jmp .two
.two:   mov al, 1
        value eax, 2
        okay
        try "an instruction later in the same block, after others"
        xor ebx, ebx
        mov byte [.three + 2], 5
        inc ebx
        inc ebx
.three: add ebx, 1
        value ebx, 2
        okay
        try "a loop that changes itself in its hundredth round"
        mov ecx, 200
        xor ebx, ebx
.round: cmp ecx, 100
        jne .four
        mov byte [.four + 2], 3
.four:  add ebx, 1
        loop .round
        value ebx, 4
        okay
        try "opcode and length"
        mov ebx, 10h
        mov dword [.five], 90904Bh | 90h << 24  ; DEC EBX and NOPs
.five:  inc ebx
        nop
        nop
        nop
        value ebx, 2
        okay
        try "REP MOVSB over what runs next"
        mov esi, .new
        mov edi, .old
        mov ecx, 5
        rep movsb
.old:   mov eax, 11111111h
        value eax
        okay
        jmp .after_new
.new:   mov eax, 22222222h
.after_new:
        try "PUSH into code"
        mov dword [CODE], 90909090h
        mov dword [CODE + 4], 0C3C3C3C3h
        mov eax, CODE
        call eax
        mov ebp, esp
        mov esp, CODE + 4
        push dword 0C3C3C340h           ; INC EAX, RET
        mov esp, ebp
        mov eax, CODE
        call eax
        value eax
        okay
        try "an immediate over a page's end"
        mov byte [PAGE_END - 2], 0B8h   ; MOV EAX, imm32; RET
        mov dword [PAGE_END - 1], 11111111h
        mov byte [PAGE_END + 3], 0C3h
        mov ebx, PAGE_END - 2
        call ebx
        value eax
        mov byte [PAGE_END - 1], 22h
        call ebx
        value eax
        mov byte [PAGE_END + 2], 33h
        call ebx
        value eax
        okay
        try "a store over a page's end"
        mov dword [PAGE_END - 1], 44444444h
        call ebx
        value eax
        okay
        try "a subroutine that was called often"
        mov word [CODE], 0C340h         ; INC EAX; RET
        xor eax, eax
        mov ebx, CODE
        mov ecx, 1000
.often: call ebx
        loop .often
        value eax, 4
        mov byte [CODE], 48h            ; DEC EAX
        mov ecx, 300
.less:  call ebx
        loop .less
        value eax, 4
        okay
        try "LOCK and exchanges write too"
        mov byte [CODE], 40h
        xor eax, eax
        call ebx
        value eax
        mov cl, 48h
        xchg [CODE], cl
        call ebx
        call ebx
        value eax
        mov cl, 8
        lock xor [CODE], cl
        call ebx
        value eax
        okay
        try "16-bit code"
        mov dword [CODE], 0CB0001B8h    ; MOV AX, 1; RETF (16 bits each)
        mov ebp, esp
        mov esi, 2
.sixteen:
        push word CODE32
        push word .back
        push dword CODE16
        push dword 0
        descriptor 58h, CODE, 0FFFFh, 9Ah, 0
        mov dword [esp + 4], 58h
        retf
.back:  value eax, 4
        mov byte [CODE + 1], 7
        dec esi
        jnz .sixteen
        mov esp, ebp
        okay
        call paged
        mov eax, 80000000h
        cpuid
        cmp eax, 80000001h
        jb .no_long
        mov eax, 80000001h
        cpuid
        test edx, 20000000h
        jz .no_long
        call enter_long
        bits 64
        call flat64
        call in_long_mode
        mov dword [leave_pointer], leave_compatible
        jmp far dword [leave_pointer]
        bits 32
.no_long:
        ret
leave_compatible:
        jmp leave_guest
        align 4
leave_pointer:
        dd 0
        dw CODE32

paged:  mov edi, 30000h                 ; directory at 30000h, tables at 31000h and 32000h
        mov dword [edi], 31007h
        mov dword [edi + 8], 31007h     ; 800000h on: the same frames
        mov edi, 31000h
        mov eax, 7
        mov ecx, 400h
.page:  stosd
        add eax, 1000h
        loop .page
        mov eax, 30000h
        mov cr3, eax
        mov eax, cr0
        or eax, 80000000h
        mov cr0, eax
        try "through another linear address"
        mov word [CODE], 0C340h
        xor eax, eax
        mov ebx, CODE
        call ebx
        value eax
        mov byte [ALIAS + CODE], 48h
        call ebx
        call ebx
        value eax
        okay
        try "running at the other address"
        mov byte [CODE], 40h
        mov ebx, ALIAS + CODE
        xor eax, eax
        call ebx
        mov byte [CODE], 48h
        call ebx
        call ebx
        value eax
        okay
        try "another frame behind the same address"
        mov word [CODE], 0C340h
        mov word [CODE + 2000h], 0C348h
        mov ebx, CODE
        xor eax, eax
        call ebx
        value eax
        mov dword [31000h + 40h * 4], CODE + 2007h
        invlpg [CODE]
        call ebx
        call ebx
        value eax
        mov dword [31000h + 40h * 4], CODE | 7
        mov eax, cr3
        mov cr3, eax
        xor eax, eax
        call ebx
        value eax
        okay
        try "the second page of an instruction replaced"
        mov byte [PAGE_END - 2], 0B8h
        mov dword [PAGE_END - 1], 11111111h
        mov byte [PAGE_END + 3], 0C3h
        mov dword [PAGE_END + 2000h], 0C3222222h
        mov ebx, PAGE_END - 2
        call ebx
        value eax
        mov dword [31000h + 41h * 4], PAGE_END + 2007h
        invlpg [PAGE_END]
        call ebx
        value eax
        mov dword [31000h + 41h * 4], PAGE_END | 7
        invlpg [PAGE_END]
        call ebx
        value eax
        okay
        mov eax, cr0
        and eax, 7FFFFFFFh
        mov cr0, eax
        try "by INSB"
        mov word [CODE], 0C340h
        mov ebx, CODE
        xor eax, eax
        call ebx
        value eax
        mov dx, 21h                     ; what is written to the interrupt mask is read back
        mov al, 90h
        out 21h, al
        mov edi, CODE
        insb
        mov al, 0FFh
        out 21h, al
        mov eax, 5
        call ebx
        value eax
        okay
        ret

        bits 64
in_long_mode:
        ltry "64-bit code: the next instruction"
        mov byte [.one + 2], 2
.one:   mov r8b, 1
        movzx eax, r8b
        lvalue rax, 2
        lokay
        ltry "a 64-bit immediate"
        mov rbx, 1122334455667788h
        mov [.two + 2], rbx
.two:   mov rax, 8877665544332211h
        lvalue rax
        lokay
        ltry "over a page's end"
        mov word [PAGE_END - 4], 0B848h ; MOV RAX, imm64; RET
        mov rcx, 1111111111111111h
        mov [PAGE_END - 2], rcx
        mov byte [PAGE_END + 6], 0C3h
        mov ebx, PAGE_END - 4
        call rbx
        lvalue rax
        mov rcx, 2222222222222222h
        mov [PAGE_END - 2], rcx
        call rbx
        lvalue rax
        lokay
        ltry "relative to RIP"
        mov byte [rel .three + 1], 9
.three: mov al, 1
        movzx eax, al
        lvalue rax, 2
        lokay
        ret
        bits 32

        system_end
