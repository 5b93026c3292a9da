; Which exception comes first, double faults, shadows of STI and MOV SS, wrap-around.
%include "system.inc"

TABLE           equ 22000h
DIRECTORY       equ 23000h
ABSENT          equ 300000h             ; a page that is not there
DATA            equ 40000h
SHORT_CODE      equ 48h                 ; ends with the page before ABSENT
SHORT_DATA      equ 50h
ABSENT_DATA     equ 58h
BEYOND          equ 7F8h

body:
        call paging
        call order
        call double_faults
        call shadows
        call wrapping
        ret

paging: mov edi, TABLE
        mov eax, 7
        mov ecx, 400h
.page:  stosd
        add eax, 1000h
        loop .page
        mov dword [TABLE + (ABSENT >> 12) * 4], 0
        mov dword [DIRECTORY], TABLE | 7
        mov eax, DIRECTORY
        mov cr3, eax
        mov eax, cr0
        or eax, 80010000h
        mov cr0, eax
        descriptor SHORT_CODE, 0, ABSENT - 1, 9Ah, 40h
        descriptor SHORT_DATA, 0, 0FFFh, 92h, 40h
        descriptor ABSENT_DATA, 0, 0FFFFFh, 12h, 0C0h
        ret

; ---------------------------------------------------------------- what comes first
order:
        mov dword [ABSENT - 4], 90909090h
        mov byte [ABSENT - 1], 0Fh
        try "two-byte opcode over the page's end: the fetch"
        mov eax, ABSENT - 1
        jmp eax
        okay
        mov byte [ABSENT - 1], 0F4h
        mov word [ABSENT - 3], 0D0FFh
        mov word [ABSENT - 2], 0B0Fh
        try "invalid opcode at the page's end: needs no more bytes"
        mov eax, ABSENT - 2
        jmp eax
        okay
        try "fifteen prefixes: #GP before the page"
        mov edi, ABSENT - 15
        mov ecx, 15
        mov al, 66h
        rep stosb
        mov eax, ABSENT - 15
        jmp eax
        okay
        try "fourteen prefixes, then the page"
        mov byte [ABSENT - 15], 90h
        mov eax, ABSENT - 14
        jmp eax
        okay
        try "LOCK on a register form: #UD before the operand"
        db 0F0h
        mov [ABSENT], eax
        okay
        try "LOCK ADD on memory"
        lock add [ABSENT], eax
        okay
        try "segment limit before page"
        mov eax, SHORT_DATA
        mov fs, eax
        mov eax, [fs:ABSENT]
        okay
        try "null segment before page"
        xor eax, eax
        mov fs, eax
        mov eax, [fs:ABSENT]
        okay
        try "privilege before operand: LGDT at CPL 3"
        ring3
        lgdt [ABSENT]
        okay
        try "LLDT at CPL 3"
        ring3
        lldt [ABSENT]
        okay
        try "DIV: the operand before #DE"
        xor eax, eax
        div dword [ABSENT]
        okay
        try "BOUND: the bounds before #BR"
        mov eax, -1
        bound eax, [ABSENT]
        okay
        try "far JMP: the operand before the selector"
        jmp far [ABSENT]
        okay
        try "PUSH of memory: read before stack"
        ring3
        mov esp, ABSENT + 8
        push dword [ABSENT + 100h]
        okay
        try "POP to memory: stack before write"
        ring3
        mov esp, ABSENT + 8
        pop dword [ABSENT + 100h]
        okay
        try "POP to memory with ESP after the pop"
        push dword 12345678h
        pop dword [esp - 8]
        value [MAIN_STACK - 16]
        okay
        try "MOVS: read before write"
        mov esi, ABSENT + 10h
        mov edi, ABSENT + 20h
        movsd
        okay
        try "CMPS: which of its operands first"
        mov esi, ABSENT + 10h
        mov edi, ABSENT + 20h
        cmpsd
        okay
        try "XCHG of a page and a limit"
        mov eax, SHORT_DATA
        mov fs, eax
        xchg eax, [fs:1000h]
        okay
        try "MOV to CS"
        db 8Eh, 0C8h
        okay
        try "MOV to segment register 7"
        db 8Eh, 0F8h
        okay
        try "MOV from CR1"
        db 0Fh, 20h, 0C8h
        okay
        try "MOV from CR1 at CPL 3"
        ring3
        db 0Fh, 20h, 0C8h
        okay
        try "LEA of a register"
        db 8Dh, 0C0h
        okay
        try "UD2"
        ud2
        okay
        try "UD1 with an absent operand"
        db 0Fh, 0B9h, 05h
        dd ABSENT
        okay
        try "BSWAP and MOV CR: mod is ignored"
        db 0Fh, 20h, 00h                ; mov eax, cr0 with mod 0
        okay
        try "INT3 after a prefix: EIP behind both"
        db 66h
        int3
        okay
        try "INTO without overflow"
        xor eax, eax
        into
        okay
        try "AAM 0"
        aam 0
        okay
        try "IDIV overflow leaves the registers"
        mov eax, 80000000h
        cdq
        mov ecx, -1
        mov dword [hook], .registers
        idiv ecx
.registers:
        value [fault.vector], 2
        value [fault.eax]
        value edx
        jmp resume_after
        okay
        try "alignment check at CPL 3"
        mov eax, cr0
        or eax, 40000h
        mov cr0, eax
        ring3
        pushfd
        or byte [esp + 2], 4
        popfd
        mov eax, [DATA + 1]
        okay
        try "alignment before page"
        ring3
        pushfd
        or byte [esp + 2], 4
        popfd
        mov eax, [ABSENT + 1]
        okay
        try "alignment check at CPL 0"
        pushfd
        or byte [esp + 2], 4
        popfd
        mov eax, [DATA + 1]
        pushfd
        and byte [esp + 2], ~4
        popfd
        okay
        mov eax, cr0
        and eax, ~40000h
        mov cr0, eax
        push dword 2
        popfd
        ret

; ---------------------------------------------------------------- double faults
%macro broken 3                         ; vector, byte 5, selector
        mov byte [IDT + (%1) * 8 + 5], %2
        mov word [IDT + (%1) * 8 + 2], %3
%endmacro
%macro mend 1
        broken %1, 8Eh, CODE32
%endmacro
double_faults:
        broken 13, 0Eh, CODE32
        try "#GP, then #NP: double"
        mov eax, BEYOND
        mov fs, eax
        okay
        mend 13
        broken 14, 0Eh, CODE32
        try "#PF, then #NP: double"
        mov eax, [ABSENT]
        okay
        mend 14
        broken 6, 0Eh, CODE32
        try "#UD, then #NP: one after the other"
        ud2
        okay
        mend 6
        broken 0, 0Eh, CODE32
        try "#DE, then #NP: double"
        xor eax, eax
        div al
        okay
        mend 0
        broken 11, 0Eh, CODE32
        try "#NP, then #NP: double"
        mov eax, ABSENT_DATA
        mov fs, eax
        okay
        mend 11
        mov word [idt_moved], 255 * 8 + 7
        call move_idt
        try "benign, then #PF: one after the other"
        int 0C0h
        okay
        try "#PF after #PF: double"
        mov dword [hook], .double
        jmp .provoke
.double:
        value [fault.vector], 2         ; what stands where #DF's gate is
        jmp resume_after
.provoke:
        lidt [near_idt]
        mov eax, [ABSENT + 10h]
        okay
        lidt [idt_pointer]
        ret
; The first 80h gates at the end of the page before ABSENT: the others lie in the absent page; for the second
; test those from 0Eh on, so that #DF's place holds the gate of 7Ah.
move_idt:
        mov esi, IDT
        mov edi, ABSENT - 80h * 8
        mov ecx, 80h * 2
        rep movsd
        mov dword [idt_moved + 2], ABSENT - 80h * 8
        lidt [idt_moved]
        ret
        align 4
        dw 0
idt_moved:
        dw 0
        dd 0
        dw 0
near_idt:
        dw 7FFh
        dd ABSENT - 14 * 8

; ---------------------------------------------------------------- shadows
; The timer waits; what is the EIP of the interrupt?
%macro pending 0
        mov al, 34h
        out 43h, al
        mov al, 0
        out 40h, al
        mov al, 4
        out 40h, al
        mov al, 0FEh
        out 21h, al
%%wait: mov al, 0Ah
        out 20h, al
        in al, 20h
        test al, 1
        jz %%wait
%endmacro
interrupted:
        mov al, 20h
        out 20h, al
        mov al, 0FFh
        out 21h, al
        value [fault.vector], 2
        mov eax, [fault.eip]
        sub eax, [mark]
        value eax, 2
        jmp resume_after
shadows:
        mov al, 11h
        out 20h, al
        mov al, 58h
        out 21h, al
        mov al, 4
        out 21h, al
        mov al, 1
        out 21h, al
        pending
        try "STI holds interrupts back for one instruction"
        mov dword [hook], interrupted
        mov dword [mark], .one
        sti
.one:   nop
        nop
        nop
        okay
        cli
        pending
        try "STI, CLI lets none in"
        mov dword [hook], interrupted
        mov dword [mark], .two
        sti
.two:   cli
        nop
        okay
        try "STI with IF set holds nothing back"
        mov dword [hook], interrupted
        mov dword [mark], .three
        mov al, 0FFh
        out 21h, al
        sti
        nop
        mov al, 0FEh
        out 21h, al
.three: nop
        okay
        cli
        pending
        try "STI, MOV SS: two instructions"
        mov dword [hook], interrupted
        mov dword [mark], .four
        mov eax, ss
        sti
.four:  mov ss, eax
        nop
        nop
        okay
        cli
        pending
        try "POPF opens at once"
        mov dword [hook], interrupted
        mov dword [mark], .five
        push dword 202h
        popfd
.five:  nop
        nop
        okay
        cli
        pending
        try "IRET opens at once"
        mov dword [hook], interrupted
        mov dword [mark], .six
        push dword 202h
        push cs
        push dword .six
        iretd
.six:   nop
        nop
        okay
        cli
        pending
        try "STI, HLT wakes up behind it"
        mov dword [hook], interrupted
        mov dword [mark], .seven
        sti
.seven: hlt
        nop
        okay
        cli
        ret

; ---------------------------------------------------------------- wrap-around
wrapping:
        mov eax, cr0
        and eax, 7FFFFFFFh
        mov cr0, eax
        descriptor SHORT_DATA, 0FFFFF000h, 0FFFFFh, 92h, 0C0h
        try "base plus offset wraps to zero"
        mov eax, SHORT_DATA
        mov fs, eax
        mov eax, [fs:DATA + 1000h]
        mov ebx, [DATA]
        sub eax, ebx
        value eax
        okay
        ret

        align 4
mark:   dd 0

        system_end
